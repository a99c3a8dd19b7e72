import { Controller, Get, Next, Req, Res } from '@nestjs/common';
import { explorerPage } from './explorer-page.js';
import type { NextFunction, Request, Response } from './express.js';

/** What a person with a browser sees; programs go on to GraphQL. */
@Controller()
export class ExplorerController {
  @Get()
  root(@Res() response: Response): void {
    response.redirect(302, '/graphql');
  }

  @Get('graphql')
  page(@Req() request: Request, @Res() response: Response, @Next() next: NextFunction): void {
    if (request.query.query !== undefined || !/\btext\/html\b/.test(String(request.headers.accept ?? '')))
      next();
    else this.#show(response);
  }

  #show(response: Response): void {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    response.status(200).send(explorerPage);
  }
}
