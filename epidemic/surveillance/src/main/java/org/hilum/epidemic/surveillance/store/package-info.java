/** Vintages on disk: written whole or not at all, never written over. */
@NullMarked
package org.hilum.epidemic.surveillance.store;

import org.jspecify.annotations.NullMarked;
