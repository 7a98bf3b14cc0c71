/** The tables of particular sources, each brought into series. */
@NullMarked
package org.hilum.epidemic.surveillance.source;

import org.jspecify.annotations.NullMarked;
