// The room of issued papers (公文、证明): printed with a code, and known again by anyone who asks. Its public face.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/random.h"
#include "http/route.h"
#include "papers/records.h"
#include "print/paper.h"
#include "store/store.h"

namespace laoyou::papers {

/// The tables of this room.
std::vector<store::TableDefinition> tables();

/// What the room works with; everything outlives it.
struct Services {
  store::Store& store;
  Random& random;
  std::string address_of_pages;  ///< "https://laoyou.example.cn"; empty: the code alone stands on the paper
};

struct Issued {
  std::string code;
  std::string pdf;
};

/// The paper with its verification address, as PDF; what is kept of it is still to be written by keep().
Issued print_with_code(const Services& services, print::Paper paper);
/// The same under a code that was given out before.
Issued print_under(const Services& services, print::Paper paper, std::string code);

/// Within any command: from now on the paper is known.
void keep(store::Writing& writing, const Issued& issued, const print::Paper& paper, RegionCode region);

/// POST /api/papers, GET /api/public/papers/{code}, POST /api/papers/{code}/withdraw
http::RouteTable routes(Services services);

}  // namespace laoyou::papers
