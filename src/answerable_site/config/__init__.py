"""Settings, routes and the policy that every route falls under."""
