/** Where everything in the chest is: cavity, diaphragm, mediastinum, lungs, lobes, bones, wall. */
@NullMarked
package org.hilum.imaging.phantom.anatomy;

import org.jspecify.annotations.NullMarked;
