mod properties;
mod reference;
mod reports;
mod rules;
mod sample;
mod worked_example;
