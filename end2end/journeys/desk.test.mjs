// Every main page by itself: usable at a desk without JavaScript. A file of its own, as files are walked side by side.

import { browserForThisFile, everyPageIsUsable } from './visitors.mjs';

everyPageIsUsable(browserForThisFile(), 'at a desk without JavaScript', [['large', 'dark'], ['extra-large', 'light']]);
