import compression from 'compression';
import type { NextFunction, Request, Response } from './express.js';

type Handler = (request: Request, response: Response, next: NextFunction) => void;

// Typed for Express as a whole; what it uses of a request and an answer is what ours name.
const compressing = compression({
  // Measured on the state of a day as CSV: two thirds of the default level's time for 4 % more bytes.
  level: 4,
  filter: (request, response) =>
    !String(response.getHeader('Content-Type')).startsWith('text/event-stream') &&
    compression.filter(request, response),
}) as Handler;

/**
 * Compresses what a reader accepts compressed, as it is sent: answers, files, feeds. Events of a subscription go out one
 * by one as they are; what carries its own encoding, as the record for the browser does, is left alone. Who takes no
 * encoding does not pay for the choice.
 */
export function compress(request: Request, response: Response, next: NextFunction): void {
  if (request.headers['accept-encoding'] === undefined) {
    response.setHeader('Vary', 'Accept-Encoding');
    next();
  } else compressing(request, response, next);
}
