import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { ReciprocalRateResolver } from './reciprocal-rate.resolver.js';

@Module({ imports: [TimelineModule], providers: [ReciprocalRateResolver] })
export class ReciprocalRateModule {}
