-- Copies of a photo differ in few of 64 bits. Cut into five bands, hashes that differ in up to 9 bits have a band in which they differ in at most one:
-- candidates are looked up by the 69 values near the bands of the photo that is asked for. See copy-bands.ts, whose expressions these are.
create index photos_by_band_1 on photos ((substring(trace_hash from 1 for 13)::bit(13)::integer));
create index photos_by_band_2 on photos ((substring(trace_hash from 14 for 13)::bit(13)::integer));
create index photos_by_band_3 on photos ((substring(trace_hash from 27 for 13)::bit(13)::integer));
create index photos_by_band_4 on photos ((substring(trace_hash from 40 for 13)::bit(13)::integer));
create index photos_by_band_5 on photos ((substring(trace_hash from 53 for 12)::bit(12)::integer));
