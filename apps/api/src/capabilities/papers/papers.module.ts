import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { PapersResolver } from './papers.resolver.js';

@Module({ imports: [TimelineModule], providers: [PapersResolver] })
export class PapersModule {}
