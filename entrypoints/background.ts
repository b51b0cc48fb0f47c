import { defineBackground } from 'wxt/utils/define-background';
import tint from '../lib/annotation/tint.css?inline';
import underline from '../lib/annotation/underline.css?inline';
import { startBackground } from '../lib/messaging/background.ts';

export default defineBackground(() => startBackground({ underline, tint }));
