import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { SystemsResolver } from './systems.resolver.js';

@Module({ imports: [TimelineModule], providers: [SystemsResolver] })
export class SystemsModule {}
