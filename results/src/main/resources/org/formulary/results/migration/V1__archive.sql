-- The first schema. Instants are UTC text with nine decimals, so that they sort; durations are
-- nanoseconds; enumerations are their names. Everything but "autoincrement" and "pragma" also
-- runs on PostgreSQL.

-- What the scores of a problem mean.
create table objective (
  problem text not null,
  problem_revision integer not null,
  ordinal integer not null,
  name text not null,
  unit text not null,
  direction text not null check (direction in ('MINIMIZE', 'MAXIMIZE')),
  primary key (problem, problem_revision, ordinal),
  unique (problem, problem_revision, name)
);

create table campaign (
  id text not null primary key,
  spec text not null,
  seed bigint not null,
  state text not null check (state in ('RUNNING', 'INTERRUPTED', 'FINISHED')),
  submitted text not null,
  searched_ns bigint not null,
  evaluations bigint not null,
  tool_version text not null,
  jdk text not null,
  machine text not null
);

create table entry (
  id text not null primary key check (length(id) = 32),
  domain text not null,
  problem text not null,
  problem_revision integer not null,
  notation text not null,
  status text not null check (status in ('LEAD', 'RESULT', 'REFUTED')),
  found_at text not null,
  campaign text not null references campaign (id),
  seed bigint not null,
  island integer not null,
  generation bigint not null,
  parents text not null,
  tool_version text not null,
  jdk text not null,
  machine text not null
);

create index entry_by_problem on entry (problem, problem_revision, id);

create table score (
  entry text not null references entry (id),
  ordinal integer not null,
  name text not null,
  value double precision not null,
  primary key (entry, ordinal)
);

-- Which campaigns found an entry, the first one and every later one.
create table campaign_entry (
  campaign text not null references campaign (id),
  entry text not null references entry (id),
  found_at text not null,
  primary key (campaign, entry)
);

create index campaign_entry_by_entry on campaign_entry (entry);

-- Certificates; appended, never changed.
create table attestation (
  id integer primary key autoincrement,
  entry text not null references entry (id),
  method text not null,
  outcome text not null check (outcome in ('PROVED', 'SAMPLED', 'REFUTED', 'INCOMPLETE')),
  claim text not null,
  bound double precision,
  facts text not null,
  time_ns bigint not null,
  tool_version text not null,
  jdk text not null,
  machine text not null,
  attested_at text not null
);

create index attestation_by_entry on attestation (entry, id);

-- The newest two states of each campaign; sha256 over campaign, epoch and state.
create table checkpoint (
  campaign text not null references campaign (id),
  epoch bigint not null,
  sha256 text not null,
  state text not null,
  primary key (campaign, epoch)
);

pragma user_version = 1;
