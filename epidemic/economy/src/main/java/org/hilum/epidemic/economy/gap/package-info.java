/** How far output lies from its old path, and what measures have to do with it. */
@NullMarked
package org.hilum.epidemic.economy.gap;

import org.jspecify.annotations.NullMarked;
