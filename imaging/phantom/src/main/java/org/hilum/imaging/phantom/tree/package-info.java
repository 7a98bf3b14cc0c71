/** The branching airways and vessels of the lungs, grown to fill the lobes. */
@NullMarked
package org.hilum.imaging.phantom.tree;

import org.jspecify.annotations.NullMarked;
