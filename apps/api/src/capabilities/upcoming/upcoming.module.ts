import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { UpcomingResolver } from './upcoming.resolver.js';

@Module({ imports: [TimelineModule], providers: [UpcomingResolver] })
export class UpcomingModule {}
