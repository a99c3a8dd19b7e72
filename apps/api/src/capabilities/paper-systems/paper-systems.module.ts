import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { PaperSystemsResolver } from './paper-systems.resolver.js';

@Module({ imports: [TimelineModule], providers: [PaperSystemsResolver] })
export class PaperSystemsModule {}
