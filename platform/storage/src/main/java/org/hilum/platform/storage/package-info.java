/**
 * What is kept lies here: one PostgreSQL database, embedded or external, and files under the hash
 * of their content.
 */
@NullMarked
package org.hilum.platform.storage;

import org.jspecify.annotations.NullMarked;
