-- Which mails people do not want, and the browsers that take push messages.

create table unwanted_mails (
  person_id text collate "C" not null,
  kind text not null,
  since timestamptz not null default now(),
  primary key (person_id, kind)
);

create table push_subscriptions (
  id text collate "C" primary key,
  person_id text collate "C" not null,
  -- Address at the browser maker's push service.
  endpoint text not null unique,
  p256dh text not null,
  auth text not null,
  -- Order in which they came.
  position bigint not null generated always as identity
);

create index push_subscriptions_by_person on push_subscriptions (person_id, position);
