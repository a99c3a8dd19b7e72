import { Module } from '@nestjs/common';
import { AuthModule } from '../../auth/auth.module.js';
import { AuditTrailResolver } from './audit-trail.resolver.js';

@Module({ imports: [AuthModule], providers: [AuditTrailResolver] })
export class AuditTrailModule {}
