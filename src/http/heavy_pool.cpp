#include "http/heavy_pool.h"

#include <boost/asio/post.hpp>

namespace laoyou::http {

bool HeavyPool::run(std::function<void()> work) {
  if (waiting_.fetch_add(1) >= waiting_max_) {
    waiting_.fetch_sub(1);
    return false;
  }
  boost::asio::post(pool_, [this, work = std::move(work)] {
    waiting_.fetch_sub(1);
    work();
  });
  return true;
}

}  // namespace laoyou::http
