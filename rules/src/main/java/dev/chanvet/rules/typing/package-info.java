/** Types that promise more than is used. */
@NullMarked
package dev.chanvet.rules.typing;

import org.jspecify.annotations.NullMarked;
