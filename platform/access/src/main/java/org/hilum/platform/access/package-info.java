/**
 * Who may do what, and who did what: institutions, people and their roles, tokens of programs, and
 * the trail that is only ever added to.
 */
@NullMarked
package org.hilum.platform.access;

import org.jspecify.annotations.NullMarked;
