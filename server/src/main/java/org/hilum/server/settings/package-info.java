/** What an operator can set, with its defaults and what each setting means. */
@NullMarked
package org.hilum.server.settings;

import org.jspecify.annotations.NullMarked;
