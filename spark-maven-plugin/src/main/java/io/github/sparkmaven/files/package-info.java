/* SPDX-License-Identifier: Apache-2.0 */
/** Files on disk: atomic writes, locks, the cache folder. */
@NullMarked
package io.github.sparkmaven.files;

import org.jspecify.annotations.NullMarked;
