import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { inLanguage } from '../../components/in-language.ts';
import { InterfaceProvider } from '../../components/interface.tsx';
import '../../components/popup/popup.css';
import { createTexts, type MessageReader } from '../../components/texts.ts';
import { PopupApp } from './PopupApp.tsx';

const texts = createTexts(i18n.t('interfaceLang'), i18n.t as MessageReader);
Object.assign(document.documentElement, inLanguage(texts.lang));
createRoot(document.getElementById('root') as HTMLElement).render(
  <InterfaceProvider value={texts}>
    <PopupApp />
  </InterfaceProvider>,
);
