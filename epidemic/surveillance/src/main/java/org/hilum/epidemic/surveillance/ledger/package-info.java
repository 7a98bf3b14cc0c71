/** Single counts as rows bring them, gathered by place until they become series. */
@NullMarked
package org.hilum.epidemic.surveillance.ledger;

import org.jspecify.annotations.NullMarked;
