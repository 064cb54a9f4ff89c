mod properties;
mod reference;
mod reports;
mod rules;
mod sample;
mod structure;
mod worked_example;
