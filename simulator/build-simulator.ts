import Fastify from 'fastify';
import type { FastifyError, FastifyInstance } from 'fastify';
import { registerAdminRoutes } from './admin/admin-routes.ts';
import { sendError } from './failures/send-error.ts';
import { registerInspectRoutes } from './inspect/inspect-routes.ts';
import { registerOAuthRoutes } from './oauth/oauth-routes.ts';
import { notFound, type SapError } from './failures/sap-error.ts';
import type { SimulatorState } from './simulator-state.ts';

/** Builds the simulator's HTTP server. It logs nothing, because people enter real credentials into demos. */
export function buildSimulator(state: SimulatorState): FastifyInstance {
  const app = Fastify({
    logger: false,
    // Calls that hang on purpose must not keep the server from closing.
    forceCloseConnections: true,
    // A secret of 1 MiB is a third larger in base64.
    bodyLimit: 2 * 1024 * 1024,
    genReqId: state.nextRequestId,
    frameworkErrors: (error, request, reply) => {
      sendError(error, request, reply);
    },
    // Names that are too long must reach the validation, not the 404.
    routerOptions: { maxParamLength: 4096 },
    exposeHeadRoutes: false,
  });
  app.removeAllContentTypeParsers();
  app.setErrorHandler<FastifyError | SapError>(sendError);
  app.setNotFoundHandler(async (request, reply) =>
    sendError(notFound('There is nothing at this address.'), request, reply),
  );

  app.register(async (scope) => registerOAuthRoutes(scope, state));
  app.register(async (scope) => registerAdminRoutes(scope, state), { prefix: '/v2' });
  if (state.settings.inspect) app.register(async (scope) => registerInspectRoutes(scope, state));
  return app;
}
