import { defineConfig } from 'vitest/config';
import { messageChecksPlugin } from './tools/message-checks-plugin.ts';

export default defineConfig({
  plugins: [messageChecksPlugin()],
  test: { include: ['tests/unit/**/*.test.{ts,tsx}'] },
});
