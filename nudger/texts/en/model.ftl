# Which model judges.
model-base = { $mark } base: the model that everyone has
model-own = { $mark } { $name }: your own, made on { $made } from { $n } choices; it gave what you chose a chance of { $learned }, base { $base }
model-broken = { $mark } { $name }: cannot be read ({ $reason })
model-outdated = Your model { $name } was made for another version of nudger, so base judges now. To learn again: nudger train
model-used = From now on model { $name } judges new mail.
model-used-base = From now on the model that everyone has judges new mail.
