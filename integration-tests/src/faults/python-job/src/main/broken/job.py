# SPDX-License-Identifier: Apache-2.0
"""Does not compile."""

print("never printed"
