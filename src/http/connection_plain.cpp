#include "http/connection_body.h"

namespace laoyou::http {
template class Connection<PlainStream>;
}
