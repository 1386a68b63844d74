#include "app/existing_store.h"

namespace laoyou::app {

int with_existing_store(Words words, const std::vector<std::string>& valued, const std::vector<std::string>& switches, std::string_view usage, std::ostream& err,
                        const std::function<int(const Options&, store::Store&)>& work) {
  bool there = false;
  const int looked = with_store_beside(words, valued, switches, usage, err, [&](const Options&, store::Store& store) {
    store.schema_number();  // a first reading: a file or server that is not there ends the command here
    there = true;
    return 0;
  });
  return there ? with_store(words, valued, switches, usage, err, work) : looked;
}

}  // namespace laoyou::app
