import { createRoot } from 'react-dom/client';
import { i18n } from '#i18n';
import { InterfaceProvider } from '../../components/interface.tsx';
import '../../components/popup/popup.css';
import { PopupApp } from './PopupApp.tsx';

const lang = i18n.t('interfaceLang');
document.documentElement.lang = lang;
createRoot(document.getElementById('root') as HTMLElement).render(
  <InterfaceProvider value={{ t: i18n.t, lang }}>
    <PopupApp />
  </InterfaceProvider>,
);
