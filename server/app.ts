// Builds the server from a context: one line per feature.
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RawReplyDefaultExpression,
  type RawRequestDefaultExpression,
  type RawServerDefault,
} from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { accountRoutes } from './accounts/routes.ts';
import { agencyRoutes } from './agencies/routes.ts';
import { audioRoutes } from './audio/routes.ts';
import { sealAudit } from './audit/chain.ts';
import { auditRoutes } from './audit/routes.ts';
import { commentRoutes } from './comments/routes.ts';
import type { Context } from './context.ts';
import { tabletRoutes } from './devices/routes.ts';
import { staffDeviceRoutes } from './devices/staff-routes.ts';
import { exportRoutes } from './exports/routes.ts';
import { homeRoutes } from './home/routes.ts';
import { guardRoutes } from './http/access.ts';
import { handleErrors } from './http/error-handler.ts';
import { frontDoors } from './http/front-doors.ts';
import { installationRoutes } from './installation/routes.ts';
import { integrityRoutes } from './integrity/routes.ts';
import { CHECKPOINT_MS } from './ledger/ledger.ts';
import { ledgerRoutes } from './ledger/routes.ts';
import { periodRoutes } from './periods/routes.ts';
import { printingRoutes } from './printing/routes.ts';
import { publicResultPages } from './public-results/pages.ts';
import { publicResultRoutes } from './public-results/routes.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { Intake } from './responses/intake.ts';
import { responseRoutes } from './responses/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { readSurveyPages } from './survey/pages.ts';
import { surveyRoutes } from './survey/routes.ts';
import { Projector } from './tallies/projector.ts';
import { touchpointRoutes } from './touchpoints/routes.ts';
import { widgetRoutes } from './widget/routes.ts';

/** How long an entry of the audit log may stand outside its chain. */
const AUDIT_SEAL_MS = 60_000;

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/**
 * The whole server, ready to listen or to be injected into.
 * @param pages false leaves the built pages out (the API alone)
 */
export async function buildApp(context: Context, { pages = true } = {}): Promise<App> {
  const app: App = fastify({
    // Requests are not logged: an address and a time at a counter would say who answered.
    logger: { level: context.config.logLevel, base: null },
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: context.config.trustProxy,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  handleErrors(app);
  await app.register(helmet, securityHeaders(context));
  // Citizens on a weak network pay for every byte; the quality is one that can be afforded on the fly.
  await app.register(compress, {
    threshold: 1024,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  await app.register(swagger, {
    openapi: {
      info: { title: 'Lắng Nghe', version: '1', description: 'Satisfaction with public services.' },
    },
    transform: (route) => {
      const { schema, url } = jsonSchemaTransform(route);
      // Grouped by the noun after /api/, as the folders are; each says who may call it.
      const about = { tags: [url.split('/')[2] ?? ''], 'x-access': route.route.config?.access };
      return { schema: { ...about, ...schema }, url };
    },
  });
  guardRoutes(app, context);

  const projector = new Projector(context, (error) => app.log.error({ err: error }, 'projector'));
  const timer = setInterval(() => {
    projector.checkpoint().catch((error) => app.log.error({ err: error }, 'checkpoint'));
  }, CHECKPOINT_MS);
  const sealing = setInterval(() => {
    sealAudit(context).catch((error) => app.log.error({ err: error }, 'audit'));
  }, AUDIT_SEAL_MS);
  const intake = new Intake(context.db, () => projector.notice(), context.now);
  app.addHook('onClose', async () => {
    clearInterval(timer);
    clearInterval(sealing);
    await intake.finish();
    await projector.stop();
  });

  installationRoutes(app, context);
  accountRoutes(app, context);
  homeRoutes(app, context, projector);
  agencyRoutes(app, context);
  touchpointRoutes(app, context, intake.limits);
  questionnaireRoutes(app, context);
  audioRoutes(app, context);
  responseRoutes(app, context, intake);
  tabletRoutes(app, context, intake);
  staffDeviceRoutes(app, context, intake);
  resultRoutes(app, context, projector);
  reportRoutes(app, context, projector);
  commentRoutes(app, context);
  integrityRoutes(app, context, projector);
  periodRoutes(app, context, projector);
  publicResultRoutes(app, context);
  exportRoutes(app, context);
  printingRoutes(app, context);
  ledgerRoutes(app, context, projector, intake.limits);
  auditRoutes(app, context);
  await documentation(app);
  if (pages) {
    await frontDoors(app, context);
    widgetRoutes(app, context);
    const surveyPages = await readSurveyPages();
    await surveyRoutes(app, context, intake, surveyPages);
    publicResultPages(app, context, surveyPages.renderer, intake.limits);
  }
  return app;
}

function securityHeaders({ config }: Context) {
  const secure = config.publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        styleSrc: ["'self'", "'unsafe-inline'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Tablets in an office may reach the server by plain http in its own network.
    hsts: secure,
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

const WITHOUT_LOGO = { css: [{ filename: 'theme.css', content: '.topbar { display: none }' }] };

async function documentation(app: App): Promise<void> {
  app.get('/api/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async () =>
    app.swagger(),
  );
  await app.register(swaggerUi, { routePrefix: '/api/docs', theme: WITHOUT_LOGO });
}
