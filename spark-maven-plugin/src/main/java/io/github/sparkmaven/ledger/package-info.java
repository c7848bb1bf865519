/* SPDX-License-Identifier: Apache-2.0 */
/** What was submitted, on disk: written before anything starts, and kept up to date. */
@NullMarked
package io.github.sparkmaven.ledger;

import org.jspecify.annotations.NullMarked;
