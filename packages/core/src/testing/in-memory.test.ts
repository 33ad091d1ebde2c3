import { createFixedClock } from './fixed-clock-and-ids.ts';
import { createInMemoryGallery } from './in-memory-gallery.ts';
import { createInMemoryPhotoStore } from './in-memory-photo-store.ts';
import { describeGallery, describePhotoStore } from './suites.ts';

describeGallery('in memory', async () => ({ gallery: createInMemoryGallery(), close: async () => {} }));
describePhotoStore('in memory', async () => ({ store: createInMemoryPhotoStore(createFixedClock()), close: async () => {} }));
