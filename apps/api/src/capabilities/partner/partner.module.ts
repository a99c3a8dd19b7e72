import { Module } from '@nestjs/common';
import { TimelineModule } from '../../timeline/timeline.module.js';
import { PartnerQueryResolver } from './partner.resolver.js';

@Module({ imports: [TimelineModule], providers: [PartnerQueryResolver] })
export class PartnerModule {}
