import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { InLanguage } from './language/language';
import { showTheme } from './theme';
import './theme.css';

showTheme();
createRoot(document.getElementById('app') as HTMLElement).render(
  <StrictMode>
    <InLanguage>
      <App />
    </InLanguage>
  </StrictMode>,
);
