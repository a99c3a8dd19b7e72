import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { StateAsOfResolver } from './state-as-of.resolver.js';

@Module({ imports: [TimelineModule], providers: [StateAsOfResolver] })
export class StateAsOfModule {}
