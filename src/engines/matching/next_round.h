// From one round to the next.
#pragma once

#include "engines/matching/check.h"

namespace laoyou::matching {

/// The problem of the next round. Who is placed holds the seat: with the wishes above it where the family waits on, without wishes where it does
/// not. Who has no seat keeps all wishes. Seats that were given up are free. `claimed` is a valid answer of `problem`, which is in order
/// of ids. New seats, places and families are for whoever runs the rounds to add.
Problem next_round(const Problem& problem, const Claimed& claimed);

}  // namespace laoyou::matching
