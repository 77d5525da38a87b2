/** Tests of the settings: text in, settings or one clear line out. */
@NullMarked
package dev.chanvet.config;

import org.jspecify.annotations.NullMarked;
