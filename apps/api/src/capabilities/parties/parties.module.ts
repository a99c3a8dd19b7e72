import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { PartiesResolver } from './parties.resolver.js';

@Module({ imports: [TimelineModule], providers: [PartiesResolver] })
export class PartiesModule {}
