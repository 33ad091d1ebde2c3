-- What a search filters by, with the pet last: counting the pets of a filter reads this index alone.
create index templates_by_filter on templates (species, model, pipeline, pet_id);
