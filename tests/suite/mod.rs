mod properties;
mod reference;
mod rules;
mod sample;
mod worked_example;
