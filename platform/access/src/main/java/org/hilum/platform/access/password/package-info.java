/** Which passwords are taken, and how they are kept. */
@NullMarked
package org.hilum.platform.access.password;

import org.jspecify.annotations.NullMarked;
