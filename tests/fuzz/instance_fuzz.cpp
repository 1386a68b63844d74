// Bytes as each of the instance formats: a broken file must be refused with its place, a sound one must hold what the format promises.
// The first byte chooses the format.
#include <cstdint>
#include <string_view>

#include "engines/siting/goals.h"
#include "engines/siting/instance_reader.h"
#include "require.h"

namespace {

using laoyou::siting::SitingInstance;

void check(const laoyou::Result<SitingInstance>& read) {
  if (!read) {
    require(!read.error().code.empty() && !read.error().place.empty());
    return;
  }
  require(read->place_names.size() == read->problem.places.size() && read->client_names.size() == read->problem.people.size());
  // Whatever a reader accepts has figures within their ranges; only limits may still be missing or unmeetable.
  for (const laoyou::Refusal& refusal : laoyou::siting::check_problem(read->problem)) require(refusal.code != "siting.input");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      check(laoyou::siting::read_orlib_pmed(text));
      break;
    case 1:
      check(laoyou::siting::read_orlib_cap(text));
      break;
    case 2:
      check(laoyou::siting::read_travel_csv(text));
      break;
    default: {
      const std::size_t cut = text.find('|');
      check(laoyou::siting::read_sjc(text.substr(0, cut), cut == std::string_view::npos ? std::string_view() : text.substr(cut + 1)));
    }
  }
  return 0;
}
