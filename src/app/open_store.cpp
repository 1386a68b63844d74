#include "app/open_store.h"

#include <ostream>

#include "base/messages.h"

namespace laoyou::app {

int with_store(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
               const std::function<int(const Options&, store::Store&)>& work) {
  std::vector<std::string> names = store_option_names();
  names.insert(names.end(), valued.begin(), valued.end());
  const Result<Options> options = Options::read(words, names, switches);
  const Result<store::StoreOptions> chosen = options ? store_options(*options) : options.error();
  if (!chosen) {
    err << message(chosen.error(), Language::zh) << "\n" << usage;
    return 2;
  }
  try {
    const SystemClock clock;
    SecureRandom random;
    const auto store = store::Store::open(*chosen, clock, random, all_tables());
    return work(*options, *store);
  } catch (const store::StoreFailure& failure) {
    err << message(failure.refusal(), Language::zh) << "\n";
    return 1;
  }
}

}  // namespace laoyou::app
