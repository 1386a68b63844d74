// The moves between two places. Each first prices the distance alone: most moves fail there, without touching a segment.
#include <algorithm>
#include <utility>

#include "engines/dispatch/single/local_search.h"

namespace laoyou::dispatch::single {

/// Moves `count` stops from u on, to follow v.
bool LocalSearch::relocate(Place u, int count, bool reversed, Place v) {
  const Tour& from = *u.tour;
  const Tour& to = *v.tour;
  const int u_last = u.position + count - 1;
  if (u_last >= from.last() || v.position >= to.last()) return false;
  if (&from == &to && v.position >= u.position - 1 && v.position <= u_last) return false;
  int head = from.stop(u.position);
  int tail = from.stop(u_last);
  const int before = from.stop(u.position - 1);
  const int after = from.stop(u_last + 1);
  const int left = to.stop(v.position);
  const int right = to.stop(v.position + 1);
  std::int64_t longer = instance_.travel(before, after) - instance_.travel(before, head) - instance_.travel(tail, after) -
                        instance_.travel(left, right);
  if (reversed) {
    longer += instance_.travel(tail, head) - instance_.travel(head, tail);
    std::swap(head, tail);
  }
  longer += instance_.travel(left, head) + instance_.travel(tail, right);
  if (&from == &to) return relocate_within(u, count, reversed, v, longer);
  if (longer >= from.penalty + to.penalty) return false;
  const Piece moved{&from, u.position, u_last, reversed};
  return accept(longer, *u.tour, {{&from, 0, u.position - 1}, {&from, u_last + 1, from.last()}}, *v.tour,
                {{&to, 0, v.position}, moved, {&to, v.position + 1, to.last()}});
}

bool LocalSearch::relocate_within(Place u, int count, bool reversed, Place v, std::int64_t longer) {
  const Tour& tour = *u.tour;
  if (longer >= tour.penalty) return false;
  const int u_last = u.position + count - 1;
  const Piece moved{&tour, u.position, u_last, reversed};
  if (v.position > u_last)
    return accept(longer, *u.tour,
                  {{&tour, 0, u.position - 1}, {&tour, u_last + 1, v.position}, moved, {&tour, v.position + 1, tour.last()}});
  return accept(longer, *u.tour,
                {{&tour, 0, v.position}, moved, {&tour, v.position + 1, u.position - 1}, {&tour, u_last + 1, tour.last()}});
}

/// Exchanges u_count stops from u on with v_count stops from v on.
bool LocalSearch::exchange(Place u, int u_count, Place v, int v_count) {
  const Tour& a = *u.tour;
  const Tour& b = *v.tour;
  const int u_last = u.position + u_count - 1;
  const int v_last = v.position + v_count - 1;
  if (u_last >= a.last() || v_last >= b.last()) return false;
  if (&a == &b) {
    const bool apart = u_last + 1 < v.position || v_last + 1 < u.position;
    if (!apart) return false;
  }
  if (u_count == v_count && a.stop(u.position) > b.stop(v.position) && u_count == 1) return false;
  const auto joined = [&](const Tour& tour, int from, int to, int head, int tail) {
    return instance_.travel(tour.stop(from - 1), head) + instance_.travel(tail, tour.stop(to + 1));
  };
  const int u_head = a.stop(u.position), u_tail = a.stop(u_last), v_head = b.stop(v.position), v_tail = b.stop(v_last);
  const std::int64_t longer = joined(a, u.position, u_last, v_head, v_tail) + joined(b, v.position, v_last, u_head, u_tail) -
                              joined(a, u.position, u_last, u_head, u_tail) - joined(b, v.position, v_last, v_head, v_tail);
  if (&a == &b) return exchange_within(u, u_count, v, v_count, longer);
  if (longer >= a.penalty + b.penalty) return false;
  const Piece first{&a, u.position, u_last};
  const Piece second{&b, v.position, v_last};
  return accept(longer, *u.tour, {{&a, 0, u.position - 1}, second, {&a, u_last + 1, a.last()}}, *v.tour,
                {{&b, 0, v.position - 1}, first, {&b, v_last + 1, b.last()}});
}

bool LocalSearch::exchange_within(Place u, int u_count, Place v, int v_count, std::int64_t longer) {
  const Tour& tour = *u.tour;
  if (longer >= tour.penalty) return false;
  Piece first{&tour, u.position, u.position + u_count - 1};
  Piece second{&tour, v.position, v.position + v_count - 1};
  if (first.from > second.from) std::swap(first, second);
  return accept(longer, *u.tour,
                {{&tour, 0, first.from - 1},
                 second,
                 {&tour, first.to + 1, second.from - 1},
                 first,
                 {&tour, second.to + 1, tour.last()}});
}

/// Exchanges what follows u with what follows v.
bool LocalSearch::exchange_tails(Place u, Place v) {
  const Tour& a = *u.tour;
  const Tour& b = *v.tour;
  const int u_next = a.stop(u.position + 1);
  const int v_next = b.stop(v.position + 1);
  const std::int64_t longer = instance_.travel(a.stop(u.position), v_next) + instance_.travel(b.stop(v.position), u_next) -
                              instance_.travel(a.stop(u.position), u_next) - instance_.travel(b.stop(v.position), v_next);
  if (longer >= a.penalty + b.penalty) return false;
  return accept(longer, *u.tour, {{&a, 0, u.position}, {&b, v.position + 1, b.last()}}, *v.tour,
                {{&b, 0, v.position}, {&a, u.position + 1, a.last()}});
}

/// Reverses the stops after u up to v, in one tour.
bool LocalSearch::reverse_between(Place u, Place v) {
  const Tour& tour = *u.tour;
  if (u.position >= v.position - 1) return false;
  std::int64_t longer = instance_.travel(tour.stop(u.position), tour.stop(v.position)) +
                        instance_.travel(tour.stop(u.position + 1), tour.stop(v.position + 1)) -
                        instance_.travel(tour.stop(u.position), tour.stop(u.position + 1)) -
                        instance_.travel(tour.stop(v.position), tour.stop(v.position + 1));
  for (int at = u.position + 1; at < v.position; ++at)
    longer += instance_.travel(tour.stop(at + 1), tour.stop(at)) - instance_.travel(tour.stop(at), tour.stop(at + 1));
  if (longer >= tour.penalty) return false;
  return accept(longer, *u.tour,
                {{&tour, 0, u.position}, {&tour, u.position + 1, v.position, true}, {&tour, v.position + 1, tour.last()}});
}

}  // namespace laoyou::dispatch::single
