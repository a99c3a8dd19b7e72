import type { Type } from '@nestjs/common';
import { AppendEventsModule } from './append-events/append-events.module.js';
import { AuditTrailModule } from './audit-trail/audit-trail.module.js';
import { ChangesModule } from './changes/changes.module.js';
import { CoverageModule } from './coverage/coverage.module.js';
import { DensityModule } from './density/density.module.js';
import { DiffModule } from './diff/diff.module.js';
import { EventModule } from './event/event.module.js';
import { EventAppendedModule } from './event-appended/event-appended.module.js';
import { EventsModule } from './events/events.module.js';
import { ImportEventsModule } from './import-events/import-events.module.js';
import { NodeModule } from './node/node.module.js';
import { PaperSystemsModule } from './paper-systems/paper-systems.module.js';
import { PapersModule } from './papers/papers.module.js';
import { PartiesModule } from './parties/parties.module.js';
import { PartnerModule } from './partner/partner.module.js';
import { QuadrantModule } from './quadrant/quadrant.module.js';
import { ReciprocalRateModule } from './reciprocal-rate/reciprocal-rate.module.js';
import { StateAsOfModule } from './state-as-of/state-as-of.module.js';
import { SubjectModule } from './subject/subject.module.js';
import { SystemsModule } from './systems/systems.module.js';
import { TariffQuoteModule } from './tariff-quote/tariff-quote.module.js';
import { TimelineQueryModule } from './timeline/timeline.module.js';
import { UpcomingModule } from './upcoming/upcoming.module.js';

/** Every question the API answers. A new one is a folder of its own and a line here. */
export const capabilities: readonly Type[] = [
  AppendEventsModule,
  AuditTrailModule,
  ChangesModule,
  CoverageModule,
  DensityModule,
  DiffModule,
  EventAppendedModule,
  EventModule,
  EventsModule,
  NodeModule,
  ImportEventsModule,
  PaperSystemsModule,
  PapersModule,
  PartiesModule,
  PartnerModule,
  QuadrantModule,
  ReciprocalRateModule,
  StateAsOfModule,
  SubjectModule,
  SystemsModule,
  TariffQuoteModule,
  TimelineQueryModule,
  UpcomingModule,
];
