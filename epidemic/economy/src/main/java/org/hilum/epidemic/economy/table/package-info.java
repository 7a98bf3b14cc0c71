/** Reads the files of the data folder as their publishers write them. */
@NullMarked
package org.hilum.epidemic.economy.table;

import org.jspecify.annotations.NullMarked;
