/**
 * Compiles the schemas of what pages hear into plain code, by way of JSON Schema: `virtual:treaty-lens/message-checks`.
 * The schemas stand in `lib/messaging/messages.ts` and `lib/settings/reading-schema.ts`, once.
 */
import { type Schema, validator } from '@exodus/schemasafe';
import { z } from 'zod/mini';
import { cardSchema, commonPartSchema, figuresSchema, namesSchema, toTabSchema } from '../lib/messaging/messages.ts';
import { readingSchema } from '../lib/settings/reading-schema.ts';

const CHECKS = 'virtual:treaty-lens/message-checks';

const SCHEMAS = {
  isToTab: toTabSchema,
  isReading: readingSchema,
  isCommonPart: commonPartSchema,
  isNames: namesSchema,
  isFigures: figuresSchema,
  isCard: cardSchema,
};

/** The checks as the source of a module, which stands on nothing else. */
function messageChecks(): string {
  return Object.entries(SCHEMAS)
    .map(([name, schema]) => {
      // What a message has beside what is asked of it is no fault there; both libraries mean the same JSON Schema.
      const check = validator(z.toJSONSchema(schema, { io: 'input' }) as object as Schema);
      // Pure, so that a script holds those alone that it asks.
      return `export const ${name} = /* @__PURE__ */ ${check.toModule()};\n`;
    })
    .join('');
}

/** A Vite plugin that serves the checks. */
export function messageChecksPlugin() {
  return {
    name: 'treaty-lens:message-checks',
    resolveId: (id: string): string | undefined => (id === CHECKS ? `\0${id}` : undefined),
    load: (id: string): string | undefined => (id === `\0${CHECKS}` ? messageChecks() : undefined),
  };
}
