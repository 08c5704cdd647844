"""A whole city on the domain module alone: what each way of giving money and places costs honest families.

`town` is who comes where and which hubs have no network; `money` and `seats` are the policies, of which the product's
own is the one on `kiosk.domain.ledger`; `figures` plays them over the same days. Prices and mobility are invented: the
figures compare policies, and a pilot's own data have to replace them.
"""
