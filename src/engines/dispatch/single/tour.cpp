#include "engines/dispatch/single/tour.h"

namespace laoyou::dispatch::single {
namespace {

Segment walk(const Instance& instance, const Piece& piece) {
  const int step = piece.reversed ? -1 : 1;
  int at = piece.reversed ? piece.to : piece.from;
  Segment sum = stop_segment(instance, piece.tour->stop(at));
  for (int left = piece.to - piece.from; left > 0; --left) {
    const int stop = piece.tour->stop(at + step);
    sum = join(sum, stop_segment(instance, stop), instance.travel(sum.last, stop));
    at += step;
  }
  return sum;
}

}  // namespace

Segment piece_segment(const Instance& instance, const Piece& piece) {
  if (!piece.reversed && piece.from == 0) return piece.tour->until[static_cast<std::size_t>(piece.to)];
  if (!piece.reversed && piece.to == piece.tour->last()) return piece.tour->onward[static_cast<std::size_t>(piece.from)];
  return walk(instance, piece);
}

std::int64_t piece_load(const Piece& piece) {
  const auto& load = piece.tour->load;
  return load[static_cast<std::size_t>(piece.to)] - (piece.from == 0 ? 0 : load[static_cast<std::size_t>(piece.from - 1)]);
}

void refresh(const Instance& instance, const Penalties& prices, Tour& tour) {
  const std::size_t count = tour.stops.size();
  tour.until.resize(count);
  tour.onward.resize(count);
  tour.load.resize(count);
  tour.until[0] = stop_segment(instance, tour.stops[0]);
  tour.load[0] = 0;
  tour.distance = 0;
  for (std::size_t i = 1; i < count; ++i) {
    const int stop = tour.stops[i];
    const std::int64_t travel = instance.travel(tour.stops[i - 1], stop);
    tour.until[i] = join(tour.until[i - 1], stop_segment(instance, stop), travel);
    tour.load[i] = tour.load[i - 1] + instance.stop(stop).demand;
    tour.distance += travel;
  }
  tour.onward[count - 1] = stop_segment(instance, tour.stops[count - 1]);
  for (std::size_t i = count - 1; i-- > 0;) {
    const std::int64_t travel = instance.travel(tour.stops[i], tour.stops[i + 1]);
    tour.onward[i] = join(stop_segment(instance, tour.stops[i]), tour.onward[i + 1], travel);
  }
  reprice(instance, prices, tour);
}

void reprice(const Instance& instance, const Penalties& prices, Tour& tour) {
  const std::int64_t excess = std::max<std::int64_t>(tour.load.back() - instance.capacity(), 0);
  tour.penalty = prices.of(excess, tour.until.back().warp);
}

}  // namespace laoyou::dispatch::single
